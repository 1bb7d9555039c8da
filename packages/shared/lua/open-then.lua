-- Opens a job of a run and goes on with the script of BullMQ that follows, which queues it.
--
-- KEYS     those of the script that follows, then the sets open, done, failed of the run and queue
-- ARGV     those of the script that follows, then seconds to keep the sets, the job id
-- Returns  '' for a job that this run has already dealt with, else what the script that follows returns.

do
  local k, id = #KEYS, ARGV[#ARGV]
  if redis.call('SISMEMBER', KEYS[k - 1], id) == 1 or redis.call('SISMEMBER', KEYS[k], id) == 1 then return '' end
  redis.call('SADD', KEYS[k - 2], id)
  redis.call('EXPIRE', KEYS[k - 2], ARGV[#ARGV - 1])
end
