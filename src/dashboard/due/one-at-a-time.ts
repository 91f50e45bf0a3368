/** Does it when it is asked for, one at a time; what is asked for while it is being done is done once more after that. */
export function oneAtATime(done: () => Promise<unknown>): () => Promise<void> {
  let isUnderWay = false;
  let isAskedAgain = false;
  return async () => {
    if (isUnderWay) {
      isAskedAgain = true;
      return;
    }
    isUnderWay = true;
    do {
      isAskedAgain = false;
      await done();
    } while (isAskedAgain);
    isUnderWay = false;
  };
}
