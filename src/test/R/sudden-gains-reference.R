# Writes the reference values that SuddenGainsReferenceTest reads. Run from the project's root:
#   Rscript src/test/R/sudden-gains-reference.R
# Needs base R only. The criteria are written from their publications: Tang and DeRubeis 1999 (three criteria, reversal),
# Lutz and others 2013 (critical t by the number of scores), Gaynor and others 2003 and Kelly and others 2005 (other
# third criteria), and from what the R package suddengains 0.7.2 does where the rules are called by its name.
script <- "src/test/R/sudden-gains-reference.R"

written <- function(data, name, note) {
  connection <- file(sprintf("src/test/resources/reference/%s.csv", name), "wb")
  source_line <- sprintf("# source: R %s, %s; script %s", getRversion(), note, script)
  writeLines(c(source_line, paste(names(data), collapse = ",")), connection, sep = "\n")
  write.table(data, connection, sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE, na = "", eol = "\n")
  close(connection)
}

number <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))
joined <- function(x) paste(ifelse(is.na(x), "NA", number(x)), collapse = " ")
# One letter an interval: 1 met, 0 not met, - not known.
letters_of <- function(x) paste(ifelse(is.na(x), "-", ifelse(x, "1", "0")), collapse = "")

top <- 63

# x: severity by slot, NA where there is none. Criteria for the interval from slot n to n + 1.
third_by_t <- function(x, n, sign, adjusted) {
  before <- x[max(1, n - 2):n]
  after <- x[(n + 1):min(length(x), n + 3)]
  before <- before[!is.na(before)]
  after <- after[!is.na(after)]
  if (length(before) < 2 || length(after) < 2) return(NA)
  df <- length(before) + length(after) - 2
  critical <- if (adjusted) qt(0.975, df) else 2.776
  pooled <- sqrt(((length(before) - 1) * var(before) + (length(after) - 1) * var(after)) / df)
  sign * (mean(before) - mean(after)) > critical * pooled
}

third_by_gaynor <- function(x, n, sign) {
  if (n + 3 > length(x) || anyNA(x[(n + 2):(n + 3)])) return(NA)
  gain <- sign * (x[n] - x[n + 1])
  all(sign * (x[n] - x[(n + 2):(n + 3)]) >= gain / 2)
}

third_by_kelly <- function(x, n, sign) {
  spread <- sd(x, na.rm = TRUE)
  if (is.na(spread)) return(NA)
  sign * (x[n] - x[n + 1]) >= 1.5 * spread - 1e-9
}

criteria <- function(x, n, sign, rules) {
  if (is.na(x[n]) || is.na(x[n + 1])) return(c(NA, NA, NA))
  gain <- sign * (x[n] - x[n + 1])
  share <- if (!rules$package) {
    gain > 0 && gain >= rules$percent * x[n]
  } else if (sign > 0) {
    gain >= rules$percent * x[n]
  } else {
    x[n] - x[n + 1] <= rules$percent * x[n]
  }
  c(
    !rules$size || gain >= rules$points,
    !rules$share || share,
    switch(rules$third,
      off = TRUE,
      t = third_by_t(x, n, sign, rules$adjusted),
      gaynor = third_by_gaynor(x, n, sign),
      kelly = third_by_kelly(x, n, sign)
    )
  )
}

found <- function(x, sign, rules, verdicts, higher) {
  slots <- seq_len(length(x) - 1)
  if (rules$package) slots <- slots[slots > 1 & slots + 1 < length(x)]
  slots <- slots[vapply(slots, function(n) isTRUE(all(verdicts[, n])), NA)]
  do.call(rbind, lapply(slots, function(n) {
    change <- x[n] - x[n + 1]
    half <- x[n + 1] + change / 2
    from <- n + if (rules$package && !rules$one_to_two) 3 else 2
    later <- if (from <= length(x)) from:length(x) else integer()
    reversed <- later[which(sign * (x[later] - half) > 0)]
    share <- change / (x[1] - x[length(x)])
    data.frame(
      after = n, magnitude = abs(change), share = if (is.finite(share)) share else NA,
      reversal = if (higher) top - half else half, reversed = if (length(reversed)) min(reversed) else NA
    )
  }))
}

rule <- function(size = TRUE, points = 7, share = TRUE, percent = 0.25, third = "t", adjusted = TRUE, package = FALSE,
                 one_to_two = FALSE) {
  list(
    size = size, points = points, share = share, percent = percent, third = third, adjusted = adjusted,
    package = package, one_to_two = one_to_two
  )
}

sd_and_reliability <- 1.96 * sqrt(2) * 10.5 * sqrt(1 - 0.961)
rules <- list(
  usual = rule(),
  unadjusted = rule(adjusted = FALSE),
  size_alone = rule(share = FALSE, third = "off"),
  share_alone = rule(size = FALSE, third = "off"),
  half_alone = rule(size = FALSE, percent = 0.5, third = "off"),
  size_and_t = rule(share = FALSE),
  share_and_t = rule(size = FALSE),
  first_two = rule(third = "off"),
  points_from_sd = rule(points = sd_and_reliability),
  gaynor = rule(third = "gaynor"),
  kelly = rule(third = "kelly"),
  package = rule(package = TRUE),
  package_unadjusted = rule(package = TRUE, adjusted = FALSE),
  package_one_to_two = rule(package = TRUE, one_to_two = TRUE),
  package_first_two = rule(package = TRUE, third = "off"),
  package_share = rule(package = TRUE, size = FALSE)
)

set.seed(20261125)
made <- function(slots, missing, spread, jumps, step) {
  level <- 20 + 20 * runif(1) + cumsum(c(0, sample(c(0, 0, 0, -12, 10), slots - 1, TRUE) * jumps))
  x <- pmin(top, pmax(0, step * round((level + rnorm(slots, 0, spread)) / step)))
  x[runif(slots) < missing] <- NA
  x
}
series <- c(
  lapply(1:8, function(i) made(12, 0, 2, TRUE, 1)),
  lapply(1:10, function(i) made(sample(5:16, 1), 0.2, 2, TRUE, 1)),
  lapply(1:5, function(i) made(10, 0.1, 0.4, TRUE, 1)),
  lapply(1:5, function(i) made(9, 0.1, 3, TRUE, 0.25)),
  lapply(1:3, function(i) made(12, 0, 5, FALSE, 1)),
  list(
    rep(20, 8), rep(NA_real_, 8), c(20, 10), c(NA, 20, NA, NA), c(20, 20, 20, 13, 13, 13), c(20, 20, 20, 13.25, 13, 13),
    c(40, 40, 40, 30, 30, 30), c(40, 40, 40, 30.25, 30, 30), c(8, 8, 8, 16, 16, 16), c(30, 30, 30, 24.25, 24, 24),
    c(34, 33, 34, 18, 30, 17, 18, 17), c(0, 0, 0, 7, 7, 7), c(30, NA, 30, 20, NA, 20), c(30, 30, 30, 20, 25, 25),
    c(30, 30, 30, 20, 25.25, 25), c(20, 30, 30, 10, 10, 20)
  )
)
higher <- seq_along(series) %% 3 == 0

written(
  data.frame(
    series = seq_along(series), better = ifelse(higher, "HIGHER", "LOWER"),
    scores = mapply(function(x, up) joined(if (up) top - x else x), series, higher)
  ),
  "sudden-gains-series", sprintf("%d series from set.seed(20261125), 0 to 63 points, NA: no score", length(series))
)

values <- do.call(rbind, lapply(names(rules), function(name) {
  do.call(rbind, lapply(seq_along(series), function(s) {
    x <- series[[s]]
    do.call(rbind, lapply(c(1, -1), function(sign) {
      verdicts <- sapply(seq_len(length(x) - 1), function(n) criteria(x, n, sign, rules[[name]]))
      events <- found(x, sign, rules[[name]], verdicts, higher[s])
      row <- data.frame(
        rules = name, series = s, kind = if (sign > 0) "SUDDEN_GAIN" else "SUDDEN_LOSS",
        first = letters_of(verdicts[1, ]), second = letters_of(verdicts[2, ]), third = letters_of(verdicts[3, ])
      )
      for (column in c("after", "magnitude", "share", "reversal", "reversed")) {
        row[[column]] <- if (is.null(events)) "" else joined(events[[column]])
      }
      row
    }))
  }))
}))
written(values, "sudden-gains", "the published criteria written anew")

grid <- rbind(
  data.frame(sd = c(10.5, 10.5), reliability = c(0.961, 0.931)),
  expand.grid(sd = c(0.5, 3.34, 6.8, 7.5, 18.6), reliability = c(0.05, 0.5, 0.64, 0.7, 0.8, 0.84, 0.9, 0.99))
)
sem <- grid$sd * sqrt(1 - grid$reliability)
written(
  data.frame(
    sd = grid$sd, reliability = grid$reliability, difference = number(sqrt(2 * sem^2)),
    points = number(1.96 * sqrt(2 * sem^2))
  ),
  "sudden-gains-points", "standard error of measurement and of a difference, 1.96 of the latter (Jacobson and Truax 1991)"
)
