/** The pages below {@code /operator}, behind a login: whatever changes the archive by hand, and the log of it. */
package sulan.operator;
