/** The pages: resources, their templates' extensions, twins, errors. */
package sulan.web;
