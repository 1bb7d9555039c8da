-- Moves a job into one set out of the others, in one step.
--
-- KEYS     the set to move to, then the sets to take it out of
-- ARGV     seconds to keep the set, the job id

redis.call('SADD', KEYS[1], ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[1])
for i = 2, #KEYS do redis.call('SREM', KEYS[i], ARGV[2]) end
