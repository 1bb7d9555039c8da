-- Ends the lease of one request and learns how long requests to this host take.
--
-- KEYS[1]  hash  state of the host, see reserve-host.lua
-- KEYS[2]  zset  leases
-- ARGV     lease id, how long the request took, ms
-- Returns  1, or 0 when the lease had lapsed or was released before.

if redis.call('ZREM', KEYS[2], ARGV[1]) == 0 then return 0 end
-- The state outlives its lease unless it was wiped by hand: then there is nothing to learn into.
if redis.call('EXISTS', KEYS[1]) == 1 then
  local took = tonumber(ARGV[2])
  local hold = tonumber(redis.call('HGET', KEYS[1], 'hold')) or took
  redis.call('HSET', KEYS[1], 'hold', 0.8 * hold + 0.2 * took)
end
return 1
