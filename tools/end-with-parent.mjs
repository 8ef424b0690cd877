// Preloaded into the programs that `npm start` runs: when it was killed and could not end them,
// they end themselves.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1000).unref();
