/** The one list: a query that is read from an address and written back to it, and what answers it. */
package sulan.search;
