export default {
  title: 'An article',
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'four-islands-map' } } },
};
