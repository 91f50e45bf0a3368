import { AppError, Refusal } from '../kernel/errors';
import { checkArguments } from '../kernel/input';

/** By the name of a field in the API: the option that has it at the terminal. */
export type Options = Readonly<Record<string, string>>;

/** An input as the API takes it, checked as there. */
export function checked<Input extends object>(input: Input, given: Partial<Input>): Input {
  Object.assign(input, given);
  checkArguments(input);
  return input;
}

/** Does what was asked for at the terminal; whatever is wrong with it is said in a sentence, under its option. */
export async function asked<Answer>(options: Options, carryOut: () => Promise<Answer>): Promise<Answer> {
  try {
    return await carryOut();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { inputPath = [] } = error.details as { inputPath?: readonly string[] };
    const option = options[inputPath.at(-1) ?? ''];
    throw new Refusal(option === undefined ? error.message : `${option}: ${error.message}`);
  }
}
