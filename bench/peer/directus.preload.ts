/**
 * Loaded before the peer: its sandbox for scripts of users (isolated-vm) must be compiled for each version of Node and
 * is used by none of the questions, so an empty one stands in for it.
 */
import { registerHooks } from 'node:module';

const empty = 'file:///isolated-vm.left.out.cjs';

registerHooks({
  resolve: (specifier, context, next) => (specifier === 'isolated-vm' ? { url: empty, format: 'commonjs', shortCircuit: true } : next(specifier, context)),
  load: (url, context, next) => (url === empty ? { format: 'commonjs', source: 'module.exports = {};', shortCircuit: true } : next(url, context)),
});
