package org.tokenlane.model.event;

/** What a record says: something that happened, or how something is set. */
public sealed interface ReadRecord permits AuditEvent, StateRecord {
}
