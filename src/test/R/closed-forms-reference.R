# Writes the reference values that ClosedFormsReferenceTest reads, from formulas written out in base R. Run from the
# project's root:
#   Rscript src/test/R/closed-forms-reference.R
script <- "src/test/R/closed-forms-reference.R"

write_reference <- function(name, data, about) {
  path <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  source_line <- sprintf("# source: R %s, %s; script %s", getRversion(), about, script)
  for (column in names(data)) {
    if (is.numeric(data[[column]])) {
      data[[column]] <- ifelse(is.na(data[[column]]), "", sprintf("%.17g", data[[column]]))
    }
  }
  connection <- file(path, "wb")
  writeLines(c(source_line, paste(names(data), collapse = ",")), connection, sep = "\n")
  write.table(data, connection, sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE, eol = "\n", na = "")
  close(connection)
}

# Charts of individual values: 2.66 average moving ranges, ranges of 3.267 times the average or more left out once.
set.seed(20261101)
series <- list(
  nile = as.numeric(Nile), huron = as.numeric(LakeHuron), lynx = as.numeric(lynx), discoveries = as.numeric(discoveries),
  nhtemp = as.numeric(nhtemp), vignette = c(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1), equal = rep(7, 14),
  six = c(3, 5, 4, 6, 2, 7), eleven = c(3, 5, 4, 6, 2, 7, 3, 5, 4, 6, 2), gaps = c(4, NA, 6, 5, NA, NA, 7, 3, 5, 6, 4, 8, 5),
  spike = replace(round(rnorm(24, 50, 4)), 13, 120), halves = c(rep(0, 10), rep(1, 10)), negative = round(rnorm(30, -2, 3), 2)
)
charts <- do.call(rbind, lapply(names(series), function(name) {
  x <- series[[name]]
  do.call(rbind, lapply(c(TRUE, FALSE), function(screening) {
    ranges <- abs(diff(x))
    ranges <- ranges[!is.na(ranges)]
    average <- mean(ranges)
    kept <- if (screening && average > 0) ranges[ranges < 3.267 * average] else ranges
    average <- mean(kept)
    centre <- mean(x, na.rm = TRUE)
    data.frame(
      set = name, values = paste(ifelse(is.na(x), "", sprintf("%.17g", x)), collapse = " "), screening = as.integer(screening),
      mean = centre, average_range = average, dropped = length(ranges) - length(kept),
      lower = centre - 2.66 * average, upper = centre + 2.66 * average
    )
  }))
}))
write_reference("xmr", charts, "mean and 2.66 average moving ranges of Nile, LakeHuron, lynx, discoveries, nhtemp and made-up series")

# Byar's approximation (Breslow and Day 1987).
counts <- c(1:30, 50, 77, 100, 365, 1000, 12345)
z <- qnorm(.975)
byar <- data.frame(
  count = counts, lower = counts * (1 - 1 / (9 * counts) - z / (3 * sqrt(counts)))^3,
  upper = (counts + 1) * (1 - 1 / (9 * (counts + 1)) + z / (3 * sqrt(counts + 1)))^3
)
write_reference("byar", byar, "Byar's approximation by formula")

# Pre-post effect sizes by the SD of first scores, with Hedges' factor.
pairs <- list(
  brief = list(c(18, 22, 15, 20, 24, 17, 19, 21, 16, 23), c(10, 15, 14, 9, 20, 8, 12, 18, 11, 13)),
  sleep = list(round(100 * sleep$extra[1:10]), round(100 * sleep$extra[11:20])),
  anorexia_like = list(round(rnorm(29, 830, 50)), round(rnorm(29, 860, 80))), few = list(c(3, 5, 9), c(2, 6, 4)),
  trees = list(trees$Height, round(trees$Girth)), women = list(women$height, women$weight),
  opposite = list(1:12, 12:1), large = list(round(rnorm(400, 1500, 400)), round(rnorm(400, 900, 500)))
)
effects <- do.call(rbind, lapply(names(pairs), function(name) {
  before <- pairs[[name]][[1]]
  after <- pairs[[name]][[2]]
  do.call(rbind, lapply(c(-1, 1), function(better) {
    n <- length(before)
    d <- better * (mean(after) - mean(before)) / sd(before)
    j <- 1 - 3 / (4 * (n - 1) - 1)
    variance <- 2 * (1 - cor(before, after)) / n + d^2 / (2 * n)
    data.frame(
      set = name, before = paste(before, collapse = " "), after = paste(after, collapse = " "), better = better, d = d,
      g = j * d, variance = variance, lower = j * (d - z * sqrt(variance)), upper = j * (d + z * sqrt(variance))
    )
  }))
}))
write_reference("effect-sizes", effects, "effect sizes by formula, of sleep, trees, women and made-up pairs")

# E-values (VanderWeele and Ding 2017).
ratios <- c(.2, .5, .8, .99, 1, 1.01, 1.5, 2, 3.9, 10)
value <- function(r) {
  r <- ifelse(r < 1, 1 / r, r)
  r + sqrt(r * (r - 1))
}
write_reference("e-values", data.frame(ratio = ratios, value = value(ratios)), "E-value by formula")
