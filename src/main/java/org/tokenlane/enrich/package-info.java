/**
 * What is known of networks and applications beside the logs, from files and tables only: never from a network. Imports
 * {@code model} alone.
 */
package org.tokenlane.enrich;
