-- Lengthens the lease of a request that is still under way.
--
-- KEYS[1]  zset  leases, see reserve-host.lua
-- ARGV     now (ms, or '' for this server's clock), lease id, lease ms
-- Returns  1, or 0 when the lease has lapsed: its slot may be another's by now, and is not taken back.

local function clock()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end

local now = tonumber(ARGV[1]) or clock()
if not redis.call('ZSCORE', KEYS[1], ARGV[2]) then return 0 end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[2])
redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[3]) + 1000)
return 1
