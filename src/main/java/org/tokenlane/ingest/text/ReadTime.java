package org.tokenlane.ingest.text;

/**
 * A time as it was read.
 *
 * @param nanos
 *            nanoseconds since 1970, UTC; where only a time of day stood, nanoseconds since midnight
 * @param digits
 *            how many digits stood after the second, 0 to 9
 * @param orderChosen
 *            whether day and month could not be told apart, so that their order was chosen
 * @param timeOfDayOnly
 *            whether the date was lost and only the time of day stands ({@code 12:36 PM})
 */
public record ReadTime(long nanos, int digits, boolean orderChosen, boolean timeOfDayOnly) {
}
