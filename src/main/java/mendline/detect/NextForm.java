package mendline.detect;

/**
 * Whether the alliance form of the next attended session was filled in.
 *
 * @param at a session with an alliance score
 * @param dip whether a dip first shows there
 * @param filled whether the next attended session has an alliance score
 */
public record NextForm(Moment at, boolean dip, boolean filled) {}
