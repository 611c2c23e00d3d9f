/** Spellings folded to one form, so that keywords written alike lead to the same tag. Plain Java. */
package sulan.tag;
