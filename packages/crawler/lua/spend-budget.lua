-- Takes URLs out of a run's page budget.
--
-- KEYS[1]  the set of URLs that were granted
-- ARGV     the most it may hold, seconds to keep it, the URLs
-- Returns  1 for each URL that is granted, now or earlier: a job that runs twice gets the same answer and pays once.

local granted = {}
for i = 3, #ARGV do
  if redis.call('SISMEMBER', KEYS[1], ARGV[i]) == 1 then
    granted[i - 2] = 1
  elseif redis.call('SCARD', KEYS[1]) < tonumber(ARGV[1]) then
    redis.call('SADD', KEYS[1], ARGV[i])
    granted[i - 2] = 1
  else
    granted[i - 2] = 0
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[2])
return granted
