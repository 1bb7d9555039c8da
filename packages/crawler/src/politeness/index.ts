export * from './errors.ts';
export {
  createHostGate,
  giveBackSlots,
  type HostGate,
  type HostGateOptions,
  type HostPoliteness,
  type Reservation,
} from './host-gate.ts';
export { type HostState, readHostState } from './host-state.ts';
export {
  createRobots,
  type KnownRobots,
  type RobotRules,
  type Robots,
  type RobotsOptions,
} from './robots.ts';
export { untilWindow } from './window.ts';
