import type { UseFormReturnType } from '@mantine/form';
import { fieldId } from './field-paths.js';
import type { PostingFormValues } from './form-values.js';

export type PostingFormState = UseFormReturnType<PostingFormValues>;

/** The input's properties with the id by which the error summary finds it. */
export const fieldProps = (form: PostingFormState, path: string) => ({
  id: fieldId(path),
  ...form.getInputProps(path),
});
