package org.tokenlane.extract.pseudonym;

import org.tokenlane.model.text.TextKey;

/** What is said about pseudonyms and their keys. */
public enum PseudonymText implements TextKey {
    NOT_A_KEY
}
