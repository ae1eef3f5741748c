package org.tokenlane.model.state;

import org.tokenlane.model.text.TextKey;

enum StateText implements TextKey {

    FIELD,
    NO_FORWARDING,
    NOBODY_ELSE,
    SENDS_ELSEWHERE,
    WOULD_SEND_ELSEWHERE
}
