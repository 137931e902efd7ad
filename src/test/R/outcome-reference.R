# Writes the reference values that SlopesReferenceTest and ExpectedCourseReferenceTest read. Run from the project's root:
#   Rscript src/test/R/outcome-reference.R
# Needs lme4 and nlme. The tests need no R.
suppressMessages(library(lme4))
script <- "src/test/R/outcome-reference.R"

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

# --- Slopes of single courses beside the mean slope (clinicalsignificance: HLM) --------------------------------------------------------
set.seed(20260311)
grown <- function(groups, sd_between, sd_slope, noise, least = 3, most = 12, whole = TRUE, shared = NULL) {
  n <- sample(least:most, groups, TRUE)
  g <- rep(seq_len(groups), n)
  t <- unlist(lapply(n, seq_len))
  slope <- if (is.null(shared)) rnorm(groups, 0, sd_slope) else shared
  y <- 18 - .6 * t + rnorm(groups, 0, sd_between)[g] + slope[g] * t + rnorm(length(g), 0, noise)
  data.frame(group = g, time = t, value = if (whole) round(y) else round(y, 2))
}
gaps <- grown(45, 4, .6, 2.5, 6, 14)
gaps <- gaps[sort(sample(nrow(gaps), 300)), ]
gaps <- gaps[gaps$group %in% names(which(table(gaps$group) >= 3)), ]
# One random number for each group: intercepts and slopes go entirely together, as in the package's own example.
together <- { u <- rnorm(40); g <- rep(1:40, each = 4); t <- rep(1:4, 40)
  data.frame(group = g, time = t, value = round(27 - 3.2 * t + 1.8 * u[g] * (t - .5) + rnorm(160, 0, 3.4))) }
orthodont <- as.data.frame(nlme::Orthodont)
sets <- list(
  sleepstudy = data.frame(group = as.integer(sleepstudy$Subject), time = sleepstudy$Days, value = round(sleepstudy$Reaction, 2)),
  chick = data.frame(group = as.integer(as.character(ChickWeight$Chick)), time = ChickWeight$Time, value = ChickWeight$weight),
  orthodont = data.frame(group = as.integer(factor(as.character(orthodont$Subject))), time = orthodont$age, value = orthodont$distance),
  courses = grown(80, 4, .5, 2.5),
  gaps = gaps,
  decimals = grown(60, 3, .3, 1.5, 3, 8, whole = FALSE),
  together = together,
  # The search ends on the border; what slopes there are go with levels.
  alike = { set.seed(5); grown(40, 3, 0, 2, 3, 8) }
)
control <- lmerControl(
  optimizer = "bobyqa", optCtrl = list(rhoend = 1e-11, maxfun = 1e5), check.conv.singular = "ignore", check.conv.grad = "ignore",
  check.conv.hess = "ignore"
)
write_reference("slopes-data", do.call(rbind, lapply(names(sets), function(name) {
  data.frame(set = name, sets[[name]])
})), sprintf("lme4 %s sleepstudy, ChickWeight, nlme %s Orthodont, synthetic courses from set.seed(20260311)",
  packageVersion("lme4"), packageVersion("nlme")))
slopes <- do.call(rbind, lapply(names(sets), function(name) {
  data <- sets[[name]]
  fit <- lmer(value ~ time + (time | group), data, REML = TRUE, control = control)
  for (start in list(c(.3, 0, .1), c(2, 0, .3), c(1, .2, .2), c(1, -.3, .01))) {
    try <- update(fit, start = start)
    if (REMLcrit(try) < REMLcrit(fit) - 1e-10) fit <- try
  }
  deviations <- as.data.frame(ranef(fit, condVar = TRUE))
  deviations <- deviations[deviations$term == "time", ]
  cat(name, "theta", format(getME(fit, "theta"), digits = 6), "singular", isSingular(fit), "\n")
  index <- deviations$condval / deviations$condsd
  # On the border (one random number for intercept and slope) it is refused unless the SD between groups at least doubles or halves from one SD
  # of times before the mean time to one after it.
  d <- as.matrix(VarCorr(fit)$group)
  at <- mean(data$time) + c(-1, 1) * sqrt(mean((data$time - mean(data$time))^2))
  spread <- sqrt(pmax(0, d[1, 1] + 2 * d[1, 2] * at + d[2, 2] * at^2))
  none <- isSingular(fit) && diff(at) * sqrt(d[2, 2]) < min(spread)
  data.frame(
    set = name, group = as.character(deviations$grp), deviation = if (none) NA else deviations$condval,
    sd = if (none) NA else deviations$condsd, index = if (none) NA else index,
    verdict = if (none) "" else ifelse(index > 1.96, "above", ifelse(index < -1.96, "below", "within"))
  )
}))
write_reference("slopes", slopes, sprintf("lme4 %s, ranef with condVar, bobyqa from five starts", packageVersion("lme4")))

# --- Expected courses: percentiles of closed courses by band of first scores and session --------------------------------------------------
set.seed(20260312)
courses <- do.call(rbind, lapply(1:330, function(id) {
  n <- sample(1:12, 1, prob = c(1, 1, 2, 3, 4, 4, 4, 4, 3, 3, 2, 2))
  start <- min(27, max(3, round(rnorm(1, 16, 5)))); slope <- rnorm(1, -.7, .7)
  score <- pmin(27, pmax(0, round(start + slope * (0:(n - 1)) + c(0, rnorm(n - 1, 0, 2.2)[seq_len(n - 1)]))))
  kept <- if (n > 2) c(TRUE, runif(n - 1) > .12) else rep(TRUE, n)
  offset <- if (id %% 9 == 0) 1 else 0
  data.frame(course = id, closed = as.integer(id %% 8 != 0), session = (1:n)[kept] + offset, score = score[kept])
}))
write_reference("expected-course-data", courses, "330 synthetic courses from set.seed(20260312), one in eight still open")
expected <- function(courses, bands, sign, cutoff) {
  courses$severity <- sign * courses$score
  first <- courses[!duplicated(courses$course), ]
  courses$first <- first$severity[match(courses$course, first$course)]
  courses$at <- courses$session - first$session[match(courses$course, first$course)] + 1
  several <- names(which(table(courses$course) > 1))
  cuts <- unique(quantile(first$severity[first$closed == 1 & first$course %in% several], seq_len(bands - 1) / bands, type = 7))
  courses$band <- sapply(courses$first, function(x) sum(x > cuts))
  later <- courses[courses$at > 1, ]
  do.call(rbind, lapply(seq_len(nrow(later)), function(i) {
    row <- later[i, ]
    for (width in 0:2) {
      pool <- later$severity[later$closed == 1 & later$band == row$band & abs(later$at - row$at) <= width & later$course != row$course]
      if (length(pool) >= 50) break
    }
    limits <- if (length(pool) >= 50) quantile(pool, c(.84, .9), type = 7, names = FALSE) else c(NA, NA)
    functional <- if (sign == 1) row$score < cutoff else row$score >= cutoff
    standing <- if (is.na(limits[1])) "NOT_CHECKED" else if (row$severity <= limits[1] + 1e-8) "AS_EXPECTED" else
      if (row$severity <= limits[2] + 1e-8 || functional) "BORDERLINE" else "BELOW_EXPECTED"
    data.frame(bands = bands, better = if (sign == 1) "LOWER" else "HIGHER", course = row$course, session = row$session,
      expected = limits[1], borderline = limits[2], standing = standing)
  }))
}
# The same scores turned round (27 - score) where higher is better.
turned <- transform(courses, score = 27 - score)
standings <- rbind(expected(courses, 5, 1, 10), expected(courses, 2, 1, 10), expected(turned, 3, -1, 17))
print(table(standings$bands, standings$standing))
write_reference("expected-course", standings, "quantile type 7 of all scores but the course's own, sessions pooled up to 50 scores")
