package mendline.model;

/** A recorded change of the usual range: from this month on limits are worked out anew. */
public record Rebase(int fromMonth, String reason) {}
