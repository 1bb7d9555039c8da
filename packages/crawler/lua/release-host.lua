-- Ends the lease of one request and learns how long requests to this host take.
--
-- KEYS[1]  hash  state of the host, see reserve-host.lua
-- KEYS[2]  zset  leases
-- ARGV     now (ms, or '' for this server's clock), lease id, lease ms
-- Returns  1, or 0 when the lease had lapsed or was released before.

local function clock()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end

local now = tonumber(ARGV[1]) or clock()
local lapses = tonumber(redis.call('ZSCORE', KEYS[2], ARGV[2]))
if not lapses then return 0 end
redis.call('ZREM', KEYS[2], ARGV[2])
-- The state outlives its lease unless it was wiped by hand: then there is nothing to learn into.
if redis.call('EXISTS', KEYS[1]) == 1 then
  local took = math.max(now - (lapses - tonumber(ARGV[3])), 0)
  local hold = tonumber(redis.call('HGET', KEYS[1], 'hold')) or took
  redis.call('HSET', KEYS[1], 'hold', 0.8 * hold + 0.2 * took)
end
return 1
