# Writes the reference values that ReliableChangeReferenceTest and BenchmarkReferenceTest read. Run from the project's root:
#   Rscript src/test/R/reliable-change-reference.R
# Needs base R only. The tests need no R. Formulas as in the package clinicalsignificance, written out again.
script <- "src/test/R/reliable-change-reference.R"

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

# Data sets, in points with at most two decimals. HAM-D: the 40 people of claus_2020 in clinicalsignificance. The others are synthetic.
hamd <- c(
  25, 13, 15, 11, 28, 4, 30, 25, 21, 9, 26, 17, 31, 15, 21, 2, 27, 8, 28, 7, 23, 13, 24, 30, 28, 9, 26, 8, 27, 14, 32, 27, 27, 20, 25, 28,
  28, 14, 25, 24, 22, 10, 24, 18, 24, 22, 21, 8, 18, 20, 27, 2, 25, 13, 27, 18, 22, 2, 23, 16, 25, 16, 25, 24, 26, 8, 22, 6, 24, 22, 23,
  20, 26, 18, 28, 24, 24, 9, 21, 25
)
set.seed(17)
pre <- round(rnorm(45, 18, 5)); post <- pmax(0, round(4 + 0.5 * pre + rnorm(45, 0, 4)))
sharp <- round(rnorm(60, 40, 9), 2)
sets <- list(
  hamd = list(pre = hamd[c(TRUE, FALSE)], post = hamd[c(FALSE, TRUE)], r = 0.8, r_post = 0.5, better = -1),
  ties = list(pre = c(pre, rep(c(10, 12), 5)), post = c(post, rep(c(8, 8), 5)), r = 0.86, r_post = 0.9, better = -1),
  higher = list(pre = sharp, post = round(sharp + rnorm(60, 8, 11), 2), r = 0.91, r_post = 0.91, better = 1),
  women = list(pre = women$height, post = women$weight / 2, r = 0.7, r_post = 0.75, better = 1),
  sleep = list(pre = 10 + sleep$extra[1:10], post = 10 + sleep$extra[11:20], r = 0.6, r_post = 0.7, better = 1),
  two = list(pre = c(12, 18), post = c(10, 9), r = 0.8, r_post = 0.8, better = -1),
  one = list(pre = 14, post = 9, r = 0.8, r_post = 0.8, better = -1),
  equal_first = list(pre = rep(15, 35), post = rep(c(10, 12, 14, 15, 20), 7), r = 0.8, r_post = 0.8, better = -1),
  all_equal = list(pre = rep(15, 35), post = rep(15, 35), r = 0.8, r_post = 0.8, better = -1),
  equal_changes = list(pre = rep(10:16, 5), post = rep(6:12, 5), r = 0.8, r_post = 0.8, better = -1)
)

write_reference("reliable-change-pairs", do.call(rbind, lapply(names(sets), function(name) {
  set <- sets[[name]]
  data.frame(set = name, pre = set$pre, post = set$post)
})), "HAM-D of clinicalsignificance (claus_2020), women and sleep of base R, synthetic sets from set.seed(17)")

# A method is refused (empty values) where the first scores do not vary, where HA has no reliability of differences above 0, and below 2
# pairs (GLN, EN) or 30 pairs (NK, HA, HLL).
index <- function(set, method) {
  with(set, {
    n <- length(pre); m1 <- mean(pre); m2 <- mean(post)
    s1 <- if (n > 1) sd(pre) else 0; s2 <- if (n > 1) sd(post) else 0
    if (s1 == 0 || n < c(JT = 0, GLN = 2, EN = 2, NK = 30, HA = 30, HLL = 30)[[method]]) return(rep(NA, n))
    sem <- s1 * sqrt(1 - r)
    switch(method,
      JT = (post - pre) / sqrt(2 * sem^2),
      GLN = ((post - m1) - r * (pre - m1)) / (s1 * sqrt(1 - r^2)),
      HLL = ((post - m2) - r * (pre - m1)) / (s1 * sqrt(1 - r^2)),
      EN = (post - (r * (pre - m1) + m1)) / sem,
      NK = (post - (r * (pre - m1) + m1)) / sqrt(r^2 * s1^2 * (1 - r) + s1^2 * (1 - r_post)),
      HA = {
        r1 <- (s1^2 - sem^2) / s1^2; r2 <- if (s2 > 0) (s2^2 - sem^2) / s2^2 else 0
        rho <- if (s2 > 0) cor(pre, post) else 0
        spread <- s1^2 + s2^2 - 2 * s1 * s2 * rho
        rdd <- (s1^2 * r1 + s2^2 * r2 - 2 * s1 * s2 * rho) / spread
        if (spread < 1e-12 || rdd <= 0) return(rep(NA, n))
        ((post - pre) * rdd + (m2 - m1) * (1 - rdd)) / (sqrt(rdd) * sqrt(2 * sem^2))
      }
    )
  })
}
write_reference("reliable-change", do.call(rbind, lapply(names(sets), function(name) {
  do.call(rbind, lapply(c("JT", "GLN", "EN", "NK", "HA", "HLL"), function(method) {
    set <- sets[[name]]; value <- index(set, method); critical <- if (method == "HA") 1.645 else 1.96
    data.frame(
      set = name, method = method, r = set$r, r_post = set$r_post, better = set$better, person = seq_along(value), index = value,
      verdict = ifelse(is.na(value), "",
        ifelse(set$better * value > critical, "IMPROVED", ifelse(set$better * value < -critical, "DETERIORATED", "UNCHANGED")))
    )
  }))
})), "reliable-change indices written out in base R")

# Lower bounds of noncentral t, and the distribution function.
cdf <- expand.grid(t = c(-2, -0.5, 0, 0.7, 2, 5, 12, 30), df = c(1, 2, 4.5, 9, 19, 59, 400), ncp = c(-3, 0, 0.5, 2, 6, 20))
cdf$p <- mapply(function(t, df, ncp) suppressWarnings(pt(t, df, ncp)), cdf$t, cdf$df, cdf$ncp)
write_reference("noncentral-t", cdf, "pt with ncp (AS 243), absolute error about 1e-12")

bounds <- expand.grid(d = c(-0.3, 0, 0.15, 0.5, 0.8, 1.2, 2), n = c(2, 5, 10, 20, 45, 120, 400))
bounds$bound <- mapply(function(d, n) {
  f <- function(l) pt(sqrt(n) * d, n - 1, l) - 0.95
  uniroot(f, c(-12, sqrt(n) * d + 1), tol = 1e-14, maxiter = 10000)$root / sqrt(n)
}, bounds$d, bounds$n)
bounds <- bounds[abs(sqrt(bounds$n) * bounds$d) < 37, ]
write_reference("benchmark-bounds", bounds, "pt with ncp and uniroot")

# Severity-adjusted effect sizes: the reference regression by lm on one set, applied to another.
reference <- lm(post ~ pre, as.data.frame(sets$ties[c("pre", "post")]))
adjusted <- do.call(rbind, lapply(names(sets), function(name) {
  set <- sets[[name]]; s <- sd(sets$ties$pre)
  residual <- set$better * (set$post - predict(reference, data.frame(pre = set$pre))) / s
  half <- if (length(residual) > 1 && sd(residual) > 1e-12) qt(0.975, length(residual) - 1) * sd(residual) / sqrt(length(residual)) else NA
  data.frame(
    set = name, better = set$better, intercept = coef(reference)[[1]], slope = coef(reference)[[2]], sd = s,
    n = length(residual), effect = mean(residual) + 0.9, lower = mean(residual) + 0.9 - half, upper = mean(residual) + 0.9 + half
  )
}))
write_reference("severity-adjusted", adjusted, "lm, predict and qt; reference effect 0.9")

# Anchor (5 points better, 3 worse), percentage (half better, 30 % worse; scores reflected in 0 to 100 where higher is better) and the cut-off
# alone (the mean of first scores, strict on both sides), counted by cut().
verdicts <- do.call(rbind, lapply(names(sets), function(name) {
  set <- sets[[name]]
  improvement <- round(set$better * (set$post - set$pre), 2)
  base <- if (set$better == 1) 100 - set$pre else set$pre
  line <- mean(set$pre)
  side <- function(score) sign(round(set$better * (score - line), 9))
  crossed <- ifelse(side(set$pre) < 0 & side(set$post) > 0, 1, ifelse(side(set$pre) > 0 & side(set$post) < 0, -1, 0))
  count <- function(rule, value) {
    data.frame(set = name, rule = rule, better = set$better, line = line,
      improved = sum(value == 1, na.rm = TRUE), unchanged = sum(value == 0, na.rm = TRUE),
      deteriorated = sum(value == -1, na.rm = TRUE), no_answer = sum(is.na(value)))
  }
  share <- ifelse(base <= 0, NA, round(improvement / base, 12))
  rbind(
    count("anchor", ifelse(improvement >= 5, 1, ifelse(improvement <= -3, -1, 0))),
    count("percentage", ifelse(share >= 0.5, 1, ifelse(share <= -0.3, -1, 0))),
    count("statistical", crossed)
  )
}))
write_reference("outcome-verdicts", verdicts, "counts in base R")
hamd_c <- with(sets$hamd, (sd(pre) * 8 + 8 * mean(pre)) / (sd(pre) + 8))
with(sets$hamd, cat("HAM-D, cut-off c alone:", sum(pre > hamd_c & post < hamd_c), sum(pre < hamd_c & post > hamd_c), "\n"))
