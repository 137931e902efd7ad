# Writes the reference values that KappaTest reads. Run from the project's root:
#   Rscript src/test/R/agreement-reference.R
# Needs base R only. The standard error comes from the gradient of kappa over the cells of a multinomial (delta
# method); the published sum of squares says the same and is checked here against it.
script <- "src/test/R/agreement-reference.R"

kappa_of <- function(counts) {
  p <- matrix(counts, 2, byrow = TRUE) / sum(counts)
  rows <- rowSums(p)
  columns <- colSums(p)
  observed <- sum(diag(p))
  expected <- sum(rows * columns)
  if (isTRUE(all.equal(expected, 1))) {
    return(c(NA, NA, NA, NA))
  }
  value <- (observed - expected) / (1 - expected)
  by_cell <- outer(1:2, 1:2, function(i, j) columns[i] + rows[j])
  gradient <- diag(2) / (1 - expected) - (1 - observed) / (1 - expected)^2 * by_cell
  cells <- as.vector(p)
  centred <- as.vector(gradient) - sum(cells * as.vector(gradient))
  variance <- sum(cells * centred^2) / sum(counts)
  # Fleiss, Cohen and Everitt (1969), equation 13; it loses digits by subtraction, hence the tolerance.
  off <- p
  diag(off) <- 0
  published <- (sum(diag(p) * (1 - (rows + columns) * (1 - value))^2) + (1 - value)^2 * sum(off * by_cell^2) -
    (value - expected * (1 - value))^2) / (sum(counts) * (1 - expected)^2)
  stopifnot(abs(published - variance) <= 1e-6 * max(variance, 1e-6))
  flat <- observed == 1 || any(c(rows, columns) == 0) || (observed == 0 && p[1, 2] == p[2, 1])
  error <- if (flat) 0 else sqrt(variance)
  limits <- if (error == 0) c(NA, NA) else pmin(1, pmax(-1, value + c(-1, 1) * qnorm(.975) * error))
  c(value, error, limits)
}

grid <- rbind(
  expand.grid(both = c(0, 1, 7, 40), only_first = c(0, 3, 25), only_second = c(0, 2, 31), neither = c(0, 5, 900)),
  # Two diagnosticians of Fleiss, Levin and Paik, a rare finding, and a table that is all disagreement.
  data.frame(both = c(75, 12, 0, 1), only_first = c(1, 188, 10, 1), only_second = c(4, 9, 10, 1), neither = c(20, 24791, 0, 1))
)
grid <- grid[rowSums(grid) > 0, ]
values <- t(apply(as.matrix(grid), 1, kappa_of))
colnames(values) <- c("kappa", "standard_error", "lower", "upper")
data <- data.frame(grid, values)
for (column in names(data)) {
  data[[column]] <- ifelse(is.na(data[[column]]), "", sprintf("%.17g", data[[column]]))
}
connection <- file("src/test/resources/reference/kappa.csv", "wb")
writeLines(
  c(sprintf("# source: R %s, delta method in base R; script %s", getRversion(), script), paste(names(data), collapse = ",")),
  connection,
  sep = "\n"
)
write.table(data, connection, sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE, eol = "\n")
close(connection)
