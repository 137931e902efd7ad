# Writes the reference values that StatsReferenceTest reads. Run from the project's root:
#   Rscript src/test/R/stats-reference.R
# Needs R with the package survival (Debian: r-base-core r-cran-survival). The tests need neither.
library(survival)

script <- "src/test/R/stats-reference.R"

write_reference <- function(name, data, about) {
  path <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  source_line <- sprintf("# source: %s, %s; script %s", paste0("R ", getRversion()), about, script)
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

survival_version <- paste0("survival ", packageVersion("survival"))

# Data sets: who left when, and how (0 censored, 1 event). Lung and veteran times are cut to whole months or weeks so
# that there are ties.
sets <- list(
  aml = data.frame(time = aml$time, status = aml$status, group = as.integer(aml$x != "Maintained") + 1),
  lung_months = data.frame(time = lung$time %/% 30, status = lung$status - 1, group = lung$sex),
  veteran_weeks = data.frame(time = veteran$time %/% 7, status = veteran$status, group = veteran$trt)
)

tallies <- do.call(rbind, lapply(names(sets), function(name) {
  counts <- aggregate(cbind(events = status == 1, censored = status == 0) ~ time + group, sets[[name]], sum)
  data.frame(set = name, counts[order(counts$group, counts$time), c("group", "time", "events", "censored")])
}))
write_reference("survival-tallies", tallies, paste0(survival_version, ", data sets aml, lung, veteran"))

curves <- do.call(rbind, lapply(names(sets), function(name) {
  do.call(rbind, lapply(1:2, function(g) {
    fit <- summary(
      survfit(Surv(time, status) ~ 1, sets[[name]][sets[[name]]$group == g, ], conf.type = "log-log"),
      censored = TRUE
    )
    inside <- fit$surv > 0 & fit$surv < 1
    data.frame(
      set = name, group = g, time = fit$time, at_risk = fit$n.risk, events = fit$n.event, censored = fit$n.censor,
      survival = fit$surv, standard_error = ifelse(inside, fit$std.err, 0),
      lower = ifelse(inside, fit$lower, NA), upper = ifelse(inside, fit$upper, NA)
    )
  }))
}))
write_reference("kaplan-meier", curves, paste0(survival_version, ", survfit with log-log limits"))

medians <- do.call(rbind, lapply(names(sets), function(name) {
  do.call(rbind, lapply(1:2, function(g) {
    fit <- survfit(Surv(time, status) ~ 1, sets[[name]][sets[[name]]$group == g, ], conf.type = "log-log")
    row <- summary(fit)$table
    data.frame(set = name, group = g, median = row[["median"]], lower = row[["0.95LCL"]], upper = row[["0.95UCL"]])
  }))
}))
write_reference("survival-medians", medians, paste0(survival_version, ", survfit with log-log limits"))

tests <- do.call(rbind, lapply(names(sets), function(name) {
  test <- survdiff(Surv(time, status) ~ group, sets[[name]])
  data.frame(
    set = name, observed_first = test$obs[1], expected_first = test$exp[1], observed_second = test$obs[2],
    expected_second = test$exp[2], chi_square = test$chisq, p = pchisq(test$chisq, 1, lower.tail = FALSE)
  )
}))
write_reference("log-rank", tests, paste0(survival_version, ", survdiff"))

# Competing risks: progression (event) against death without it (competing), in whole months.
progression <- with(mgus2, data.frame(
  time = ifelse(pstat == 1, ptime, futime),
  cause = factor(ifelse(pstat == 1, 1, 2 * death), 0:2, labels = c("censored", "event", "competing"))
))
exits <- as.data.frame.matrix(table(progression$time, progression$cause))
incidence <- summary(survfit(Surv(time, cause) ~ 1, progression), censored = TRUE)
columns <- match(c("event", "competing"), incidence$states)
stopifnot(all(as.integer(rownames(exits)) == incidence$time))
write_reference("aalen-johansen", data.frame(
  time = incidence$time, events = exits$event, censored = exits$censored, competing = exits$competing,
  of_event = incidence$pstate[, columns[1]], of_competing = incidence$pstate[, columns[2]]
), paste0(survival_version, ", survfit of data set mgus2"))

shares <- expand.grid(x = c(0, 1, 2, 5, 15, 29, 40, 81, 148, 263, 4999, 5000), n = c(1, 2, 5, 29, 40, 148, 263, 5000))
shares <- shares[shares$x <= shares$n, ]
wilson <- t(mapply(function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int), shares$x, shares$n))
write_reference("wilson", data.frame(shares, lower = wilson[, 1], upper = wilson[, 2]), "prop.test without correction")

counts <- c(0:12, 20, 50, 100, 365, 1000, 12345)
poisson <- t(sapply(counts, function(x) poisson.test(x)$conf.int))
write_reference("poisson-exact", data.frame(count = counts, lower = poisson[, 1], upper = poisson[, 2]), "poisson.test")

set.seed(20260101)
samples <- lapply(c(2, 3, 5, 8, 12, 30, 100), function(n) round(rnorm(n, n, 1 + n / 3)))
quantiles <- do.call(rbind, lapply(samples, function(v) {
  p <- c(0, .05, .1, .25, 1 / 3, .5, .75, .9, .975, 1)
  data.frame(values = paste(v, collapse = " "), p = p, quantile = quantile(v, p, type = 7, names = FALSE))
}))
write_reference("quantiles", quantiles, "quantile type 7")

welch <- do.call(rbind, lapply(1:6, function(i) {
  a <- samples[[i]] + 0
  b <- samples[[i + 1]] + 0
  test <- t.test(a, b)
  single <- t.test(b)
  data.frame(
    a = paste(a, collapse = " "), b = paste(b, collapse = " "),
    difference = mean(a) - mean(b), lower = test$conf.int[1], upper = test$conf.int[2], df = test$parameter[[1]],
    mean_b = mean(b), sd_b = sd(b), mean_b_lower = single$conf.int[1], mean_b_upper = single$conf.int[2]
  )
}))
write_reference("means", welch, "t.test, Welch's and of one sample")
