// Preload for tools that need the compiler API, which TypeScript 7 does not have: `typescript` is the alias `typescript6` for them.
import Module from "node:module";

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return resolveFilename.call(this, request.replace(/^typescript(?=$|\/)/, "typescript6"), ...rest);
};

const hooks = `export const resolve = (specifier, context, next) => next(specifier.replace(/^typescript(?=$|\\/)/, "typescript6"), context);`;
Module.register(`data:text/javascript,${encodeURIComponent(hooks)}`);
