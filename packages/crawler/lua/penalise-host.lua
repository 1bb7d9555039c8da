-- Keeps everybody away from a host for a time: it answered 429 or 503, or blocked us.
--
-- KEYS[1]  hash  state of the host, see reserve-host.lua; `strikes` counts penalties that came one after the other
-- ARGV     now (ms, or '' for this server's clock), ms that the host asked for ('' when it named none),
--          first penalty ms, longest penalty ms; without a named time the penalty doubles from strike to strike
-- Returns  how long the host is left alone from now, ms. A penalty is never shortened.

local function clock()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end

local now = tonumber(ARGV[1]) or clock()
local first, longest = tonumber(ARGV[3]), tonumber(ARGV[4])
local penalty = tonumber(redis.call('HGET', KEYS[1], 'penalty')) or 0
local strikes = tonumber(redis.call('HGET', KEYS[1], 'strikes')) or 0

-- Answers to requests that were under way together are one strike; after a quiet time the count starts anew. A host
-- that names its time is taken at its word, which is no strike.
if penalty <= now then
  if now - penalty > 2 * longest then strikes = 0 end
  if ARGV[2] == '' then strikes = strikes + 1 end
end
local asked = tonumber(ARGV[2]) or math.min(first * 2 ^ math.min(math.max(strikes - 1, 0), 30), longest)
penalty = math.max(penalty, math.floor(now + asked))
redis.call('HSET', KEYS[1], 'penalty', penalty, 'strikes', strikes)
redis.call('PEXPIRE', KEYS[1], penalty - now + 3 * longest)
return penalty - now
