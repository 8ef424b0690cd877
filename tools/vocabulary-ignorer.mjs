// For Stryker: the names of a fixed vocabulary are no rule. Whoever uses one is held to them by the
// compiler, the database and the schema by the checks for drift.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'vocabulary', {
    shouldIgnore({ node, parentPath }) {
      const isCall = parentPath?.isCallExpression() && parentPath.node.callee.name === 'values';
      return isCall && node !== parentPath.node.callee
        ? 'a name of a vocabulary, held by the compiler'
        : undefined;
    },
  }),
];
