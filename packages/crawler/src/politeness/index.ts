export * from './errors.ts';
export {
  createHostGate,
  type HostGate,
  type HostGateOptions,
  type HostPoliteness,
  type Reservation,
} from './host-gate.ts';
export { createRobots, type RobotRules, type Robots, type RobotsOptions } from './robots.ts';
export { untilWindow } from './window.ts';
