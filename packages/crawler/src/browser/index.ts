export * from './errors.ts';
export { findChromium } from './find-chromium.ts';
export {
  createRenderer,
  defaultRenderLimits,
  type Renderer,
  type RendererOptions,
  type RenderLimits,
} from './renderer.ts';
