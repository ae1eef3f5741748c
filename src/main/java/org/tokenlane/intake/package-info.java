/** Brings files into a case: runs the importers, writes what they give, accounts for every record. */
package org.tokenlane.intake;
