@echo off
rem Runs Mendline; builds it first when it is not built yet or its sources have changed.
rem Needs Java 17 or newer, and Maven for building. MENDLINE_JAVA_OPTS adds options for Java, such as -Xmx4g.
setlocal
set "HOME_DIR=%~dp0"
set "APP=%HOME_DIR%target\run\mendline.jar"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>nul
if errorlevel 1 (
    echo mendline: Java was not found; install Java 17 or newer ^(for example from https://adoptium.net^) and try again. 1>&2
    exit /b 1
)
set "JAVA_MAJOR="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1 ^| findstr /i /c:" version ""') do if not defined JAVA_MAJOR for /f "tokens=1 delims=.-+" %%m in ("%%~v") do set "JAVA_MAJOR=%%m"
if not defined JAVA_MAJOR set "JAVA_MAJOR=17"
if %JAVA_MAJOR% LSS 17 (
    echo mendline: Java 17 or newer is needed, this is Java %JAVA_MAJOR%; install a newer one or set JAVA_HOME. 1>&2
    exit /b 1
)

set "STALE=1"
if exist "%APP%" (
    powershell -NoProfile -Command "$a = (Get-Item -LiteralPath $env:APP).LastWriteTimeUtc; $n = @(Get-Item -LiteralPath ($env:HOME_DIR + 'pom.xml')) + @(Get-ChildItem -Recurse -LiteralPath ($env:HOME_DIR + 'src\main')) | Where-Object { $_.LastWriteTimeUtc -gt $a }; if ($n) { exit 1 }"
    if not errorlevel 1 set "STALE="
)
if not defined STALE goto run

where mvn >nul 2>nul
if errorlevel 1 (
    echo mendline: Maven was not found; it is needed once, to build Mendline. Install it ^(https://maven.apache.org^) and try again. 1>&2
    exit /b 1
)
echo Building Mendline (once; about a minute) ... 1>&2
if not exist "%HOME_DIR%target\run" mkdir "%HOME_DIR%target\run"
pushd "%HOME_DIR%"
call mvn -q -B -Dmaven.test.skip=true package 1>&2
if errorlevel 1 (
    popd
    echo mendline: Mendline could not be built; what Maven said is above. 1>&2
    exit /b 1
)
popd
set "BUILT="
for /f "delims=" %%j in ('dir /b /o-d "%HOME_DIR%target\mendline-*-app.jar"') do if not defined BUILT set "BUILT=%HOME_DIR%target\%%j"
copy /y "%BUILT%" "%APP%.new" >nul && move /y "%APP%.new" "%APP%" >nul
if errorlevel 1 (
    echo mendline: the new version could not be put in place; wait until no other run is under way and try again. 1>&2
    exit /b 1
)

:run
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g -Djava.awt.headless=true %MENDLINE_JAVA_OPTS% -jar "%APP%" %*
exit /b %errorlevel%
