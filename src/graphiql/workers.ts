// Workers are files beside this script, and not blobs, so that the page's security policy can refuse blobs.
window.MonacoEnvironment = {
  getWorker(_id, label) {
    const name = label === 'json' || label === 'graphql' ? label : 'editor';
    return new Worker(new URL(`./${name}.worker.js`, import.meta.url), { name: label });
  },
};
