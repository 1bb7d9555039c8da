-- Notes that a job of a run is done and goes on with the script of BullMQ that follows, which takes it out of its queue.
--
-- KEYS     those of the script that follows, then the sets done, open of the run and queue
-- ARGV     those of the script that follows, then seconds to keep the set, the job id
-- Returns  what the script that follows returns.

do
  local k, id = #KEYS, ARGV[#ARGV]
  redis.call('SADD', KEYS[k - 1], id)
  redis.call('EXPIRE', KEYS[k - 1], ARGV[#ARGV - 1])
  redis.call('SREM', KEYS[k], id)
end
