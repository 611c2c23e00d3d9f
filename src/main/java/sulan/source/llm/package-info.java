/**
 * The language model: what it is asked about a paper and a day, the call itself, and what is checked before an answer is used.
 */
package sulan.source.llm;
