-- Opens jobs of a run, each once.
--
-- KEYS     the sets open, done, failed of a run and queue
-- ARGV     seconds to keep them, then the job ids
-- Returns  1 for a job that has to be queued, 0 for one that this run has already dealt with.
--
-- A job that is open already gives 1: the process that opened it may have died before it queued it, and queueing
-- twice is harmless (same job id). The check and the opening are one step, so that a job which ends in between
-- cannot be opened for ever.

local fresh = {}
for i = 2, #ARGV do
  if redis.call('SISMEMBER', KEYS[2], ARGV[i]) == 1 or redis.call('SISMEMBER', KEYS[3], ARGV[i]) == 1 then
    fresh[i - 1] = 0
  else
    redis.call('SADD', KEYS[1], ARGV[i])
    fresh[i - 1] = 1
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return fresh
