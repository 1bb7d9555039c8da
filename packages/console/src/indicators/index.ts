export { codeName } from '../view/indicators.ts';
