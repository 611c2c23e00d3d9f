/** The document model of a daily digest, and the reader and writer of its Markdown form. Plain Java on commonmark's tree. */
package sulan.digest;
