/**
 * What keywords mean: spellings folded to one form, concepts with their names and aliases, and which tags may be one. Plain
 * Java.
 */
package sulan.tag;
