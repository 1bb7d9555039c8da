/**
 * Opens jobs of a run, each once.
 * KEYS: the run's sets open, done, failed. ARGV: seconds to keep them, then the members.
 * Returns 1 for a member that has to be queued, 0 for one that this run has already dealt with.
 * A member that is open already gives 1: the process that opened it may have died before it queued it,
 * and queueing twice is harmless (same job id). The check and the opening are one step, so that a job which
 * ends in between cannot be opened for ever.
 */
export const openJobs = `
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
`;
