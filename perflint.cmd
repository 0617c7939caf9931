@echo off
rem Runs perflint from a checkout: builds it first when it is missing or older than its sources.
rem The smaller sibling of the script "perflint", which says more about why.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%cli\target\perflint.jar"

if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo perflint: no java found; install a JDK, 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)

if not exist "%JAR%" goto build
rem Ends with 1 when something below the sources is newer than the jar.
powershell -NoProfile -Command "$jar = (Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc; $sources = @($env:HOME_DIR + 'pom.xml'); foreach ($m in @('engine', 'rules', 'report', 'cli')) { $sources += ($env:HOME_DIR + $m + '\pom.xml'); $sources += ($env:HOME_DIR + $m + '\src\main') }; foreach ($s in $sources) { if (Test-Path -LiteralPath $s) { if ((Get-Item -LiteralPath $s).LastWriteTimeUtc -gt $jar) { exit 1 }; foreach ($f in @(Get-ChildItem -LiteralPath $s -Recurse)) { if ($f.LastWriteTimeUtc -gt $jar) { exit 1 } } } }; exit 0"
if not errorlevel 1 goto run

:build
echo perflint: building cli\target\perflint.jar, which takes a moment 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true -pl cli -am package 1>&2
if errorlevel 1 (
  popd
  echo perflint: the build failed 1>&2
  exit /b 2
)
popd

:run
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr -Dfile.encoding=UTF-8 %PERFLINT_JAVA_OPTS% -jar "%JAR%" %*
exit /b %errorlevel%
