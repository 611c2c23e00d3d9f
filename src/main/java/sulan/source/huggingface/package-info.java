/** Hugging Face's daily lists of papers: asks for them, and reads answers that were saved. */
package sulan.source.huggingface;
