/**
 * What brings content in: the folder of digests, the demo archive, the runs. The only package that knows the whole pipeline.
 */
package sulan.intake;
