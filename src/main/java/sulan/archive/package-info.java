/**
 * The archive: papers, editions, overviews and tags as entities, and the one path by which they are written. The only truth.
 */
package sulan.archive;
