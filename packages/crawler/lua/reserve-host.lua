-- Reserves one request to a host, for all processes and machines that share this Redis.
--
-- KEYS[1]  hash  state of the host: start, delay (of the last request let through), hold (how long requests
--                take, moving average), penalty (nobody before that time). Times in ms since the epoch.
-- KEYS[2]  zset  leases: one member a running request, scored by when it lapses if its holder dies
-- KEYS[3]  zset  line: who was told to come back, scored by when
-- ARGV     now (ms, or '' for this server's clock: the machines' clocks may differ), delay ms, concurrency,
--          lease ms, lease id, ticket ('' for a caller that does not want a place in the line), longest wait ms
-- Returns  {1, 0} let through, or {0, ms} come back then.
--
-- The line spreads the callers over the slots to come, so that a hundred waiting jobs do not wake up together
-- for one slot. It promises nothing: whoever comes while the host is free is let through, so a caller that never
-- comes back costs at most its own slot.

local function clock()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end

local now = tonumber(ARGV[1]) or clock()
local delay, concurrency, lease = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local id, ticket, longest = ARGV[5], ARGV[6], tonumber(ARGV[7])
local forgetAfter = 60000

local state = redis.call('HMGET', KEYS[1], 'start', 'delay', 'hold', 'penalty')
local start, lastDelay = tonumber(state[1]), tonumber(state[2]) or 0
local hold, penalty = tonumber(state[3]) or 0, tonumber(state[4]) or 0

redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - forgetAfter)

-- When the host is free again, as far as is known. Two sources of one host: the longer delay counts.
local free = penalty
if start then free = math.max(free, start + math.max(delay, lastDelay)) end
if redis.call('ZCARD', KEYS[2]) >= concurrency then
  free = math.max(free, now + math.max(hold / concurrency, 20))
end

if free <= now then
  redis.call('HSET', KEYS[1], 'start', now, 'delay', delay)
  redis.call('PEXPIRE', KEYS[1], 3600000 + delay)
  redis.call('ZADD', KEYS[2], now + lease, id)
  redis.call('PEXPIRE', KEYS[2], lease + 1000)
  if ticket ~= '' then redis.call('ZREM', KEYS[3], ticket) end
  return { 1, 0 }
end

local slot = free
if ticket ~= '' then
  local spacing = math.max(delay, hold / concurrency, 1)
  local place = tonumber(redis.call('ZSCORE', KEYS[3], ticket))
  if place and free - place <= 2 * spacing then
    -- a little early, or somebody slipped in: keeps the place
    slot = math.max(free, place)
  else
    -- new here, or the line has stood still (a penalty): to its end
    redis.call('ZREM', KEYS[3], ticket)
    local last = redis.call('ZREVRANGE', KEYS[3], 0, 0, 'WITHSCORES')
    if last[2] then slot = math.max(free, tonumber(last[2]) + spacing) end
    redis.call('ZADD', KEYS[3], slot, ticket)
    redis.call('PEXPIRE', KEYS[3], math.ceil(slot - now) + forgetAfter)
  end
end
return { 0, math.min(math.max(math.ceil(slot - now), 1), longest) }
